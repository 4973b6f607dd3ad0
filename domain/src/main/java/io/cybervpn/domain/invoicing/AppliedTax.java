package io.cybervpn.domain.invoicing;

/**
 * A tax rate as it was applied to a line.
 *
 * @param basisPoints hundredths of a percent, 1 to 10000
 * @param inclusive whether it is in the line's amount; else it comes on top
 * @param minorUnits signed like its line
 */
public record AppliedTax(
        String code, String name, int basisPoints, boolean inclusive, long minorUnits) {}
