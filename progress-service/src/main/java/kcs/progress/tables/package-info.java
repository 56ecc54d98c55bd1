/** Tables as people keep them, in CSV and XLSX: read strictly, within limits, and written so that they can be sent back. */
package kcs.progress.tables;
