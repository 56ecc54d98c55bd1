/** The agencies that the plan's public documents name, loaded where they are missing. */
package kcs.agency.catalogue;
