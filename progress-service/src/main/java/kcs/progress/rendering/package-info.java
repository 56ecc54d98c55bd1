/** Reports as CSV, XLSX and HWPX. All are written as they are read: no table is ever held in the memory. */
package kcs.progress.rendering;
