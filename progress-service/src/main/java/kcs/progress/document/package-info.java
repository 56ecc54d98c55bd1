/** What reports look like before they have a format: the one model that every format is written from. */
package kcs.progress.document;
