/**
 * The attributes that stay. Whatever is not in this list goes: every attribute that PS3.15 table
 * E.1-1 has the Basic Application Level Confidentiality Profile remove or replace (names,
 * identifiers, dates, people, places, devices, descriptions), private ones, overlays, and those that
 * nobody thought of. A list of what to drop would leave the last.
 *
 * Of these, table E.1-1 has none but Patient's Age, which is written anew in years or months, as
 * the Retain Patient Characteristics Option (E.3.4) allows, with all above 89 as 90.
 */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'x00080005', // Specific Character Set
  'x00080008', // Image Type
  'x00080016', // SOP Class UID
  'x00080060', // Modality
  'x00080064', // Conversion Type
  'x00080068', // Presentation Intent Type
  'x00180015', // Body Part Examined
  'x00181164', // Imager Pixel Spacing
  'x00182010', // Nominal Scanned Pixel Spacing
  'x00185101', // View Position
  'x00200020', // Patient Orientation
  'x00200060', // Laterality
  'x00200062', // Image Laterality
  'x00280002', // Samples per Pixel
  'x00280004', // Photometric Interpretation
  'x00280006', // Planar Configuration
  'x00280008', // Number of Frames
  'x00280010', // Rows
  'x00280011', // Columns
  'x00280030', // Pixel Spacing
  'x00280100', // Bits Allocated
  'x00280101', // Bits Stored
  'x00280102', // High Bit
  'x00280103', // Pixel Representation
  'x00280106', // Smallest Image Pixel Value
  'x00280107', // Largest Image Pixel Value
  'x00280120', // Pixel Padding Value
  'x00280121', // Pixel Padding Range Limit
  'x00280301', // Burned In Annotation
  'x00280a02', // Pixel Spacing Calibration Type
  'x00281050', // Window Center
  'x00281051', // Window Width
  'x00281052', // Rescale Intercept
  'x00281053', // Rescale Slope
  'x00281054', // Rescale Type
  'x00281055', // Window Center & Width Explanation
  'x00281056', // VOI LUT Function
  'x00281101', // Palette Color Lookup Table Descriptors
  'x00281102',
  'x00281103',
  'x00281201', // Palette Color Lookup Table Data
  'x00281202',
  'x00281203',
  'x00281221', // Segmented Palette Color Lookup Table Data
  'x00281222',
  'x00281223',
  'x00282110', // Lossy Image Compression
  'x00283000', // Modality LUT Sequence
  'x00283002', // LUT Descriptor
  'x00283003', // LUT Explanation
  'x00283004', // Modality LUT Type
  'x00283006', // LUT Data
  'x00283010', // VOI LUT Sequence
  'x00289110', // Pixel Measures Sequence
  'x00289132', // Frame VOI LUT Sequence
  'x00289145', // Pixel Value Transformation Sequence
  'x20500020', // Presentation LUT Shape
  'x52009229', // Shared Functional Groups Sequence
  'x52009230', // Per-Frame Functional Groups Sequence
  'x7fe00001', // Extended Offset Table
  'x7fe00002', // Extended Offset Table Lengths
]);
