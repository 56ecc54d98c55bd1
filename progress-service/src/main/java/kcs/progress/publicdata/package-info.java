/** What the public may know, in one place: for whoever takes it as data. */
package kcs.progress.publicdata;
