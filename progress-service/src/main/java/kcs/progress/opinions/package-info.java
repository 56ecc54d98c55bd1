/** What the advisory committee advises, and what the agencies that are addressed make of it. */
package kcs.progress.opinions;
