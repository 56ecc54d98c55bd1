/** Reports as PDF: on A4, for archives (PDF/A-2a) and for everybody's ears and eyes (PDF/UA-1). */
package kcs.progress.pdf;
