/** Open data: what is public, without a token, also as users of Korean public data expect it. */
package kcs.progress.open;
