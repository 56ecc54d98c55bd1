/** The words that screens and reports share, in Korean and English. */
package kcs.progress.words;
