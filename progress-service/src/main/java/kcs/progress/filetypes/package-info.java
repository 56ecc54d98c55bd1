/** What a file is by what it holds, whatever it is called: the kinds that are taken as evidence. */
package kcs.progress.filetypes;
