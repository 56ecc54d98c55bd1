/** An agency's whole cycle at once, in JSON or as the sheet that officials work in: taken, and answered to be filled in. */
package kcs.progress.bulk;
