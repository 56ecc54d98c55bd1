/** What was told of everything, kept for ever: reports answer from it how things stood at any past instant. */
package kcs.progress.told;
