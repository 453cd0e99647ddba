import { z } from 'zod';

// zod would compile its schemas with new Function, which our Content-Security-Policy forbids. Import
// this before anything that makes a schema.
z.config({ jitless: true });
