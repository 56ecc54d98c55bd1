/** Who takes part: agencies, every name they have had, and what was ever changed about them. */
package kcs.agency.agencies;
