package io.cybervpn.domain.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a payer writes into the purpose of his transfer, so that staff know what he pays for.
 *
 * @param text such as {@code CV-7K3M-9QXZ-0A1B}
 */
public record TransferReference(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "CV";
    private static final int LETTERS = 12;
    private static final int BITS = 5;
    private static final Pattern FORM =
            Pattern.compile("CV(-[" + ALPHABET + "]{4}){" + LETTERS / 4 + "}");

    /** Refuses what is not as we write it. */
    public TransferReference {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no reference: " + text);
        }
    }

    /** The one of a payment: 60 of the random bits of its id, without letters that look alike. */
    public static TransferReference of(PaymentId payment) {
        long bits = payment.value().getLeastSignificantBits();
        StringBuilder letters = new StringBuilder();
        for (int i = LETTERS - 1; i >= 0; i--) {
            letters.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & (ALPHABET.length() - 1)));
        }
        return written(letters.toString());
    }

    /**
     * Reads it as people write it: with or without dashes and blanks, in small letters, with O for
     * 0 and I or L for 1. Empty if it is none.
     */
    public static Optional<TransferReference> read(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (!plain.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String letters =
                plain.substring(PREFIX.length())
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return letters.matches("[" + ALPHABET + "]{" + LETTERS + "}")
                ? Optional.of(written(letters))
                : Optional.empty();
    }

    private static TransferReference written(String letters) {
        return new TransferReference(PREFIX + letters.replaceAll("(.{4})", "-$1"));
    }

    @Override
    public String toString() {
        return text;
    }
}
