package io.cybervpn.domain.invoicing;

/**
 * Who sells or buys, as it is printed. All of it may be empty: a buyer owes us no name.
 *
 * @param name up to 200 characters, like the e-mail
 * @param address up to 500 characters, with line breaks
 * @param taxId up to 50 characters, as its country writes it
 * @param country ISO 3166 code of two capital letters, or empty
 */
public record Party(String name, String email, String address, String taxId, String country) {
    private static final int LINE_MAX = 200;
    private static final int ADDRESS_MAX = 500;
    private static final int TAX_ID_MAX = 50;

    /** Refuses what is longer, or a country that is none. */
    public Party {
        if (name.length() > LINE_MAX
                || email.length() > 2 * LINE_MAX
                || address.length() > ADDRESS_MAX
                || taxId.length() > TAX_ID_MAX
                || !country.matches("([A-Z]{2})?")) {
            throw new IllegalArgumentException("not a party: " + country);
        }
    }

    /** Somebody who is known by nothing. */
    public static Party nobody() {
        return new Party("", "", "", "", "");
    }
}
