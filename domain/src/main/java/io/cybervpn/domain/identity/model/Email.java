package io.cybervpn.domain.identity.model;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in canonical form: composed, lower case, its domain in ASCII. Two spellings
 * that reach one mailbox at any sane provider are one value; provider habits such as dots that do
 * not count are nobody's standard and stay.
 *
 * @param value at most 254 characters
 */
public record Email(String value) {
    private static final int LENGTH_MAX = 254;
    private static final int LOCAL_LENGTH_MAX = 64;
    private static final Pattern LOCAL =
            Pattern.compile(
                    "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Refuses a text that is not in canonical form. */
    public Email {
        if (!canonical(value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("not a canonical e-mail address");
        }
    }

    /** Reads what somebody typed; empty when it is not an address. Blanks around it are dropped. */
    public static Optional<Email> parse(String typed) {
        return canonical(typed).map(Email::new);
    }

    private static Optional<String> canonical(String typed) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        return asciiDomain(text.substring(at + 1))
                .filter(_ -> local.length() <= LOCAL_LENGTH_MAX && LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= LENGTH_MAX);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> DOMAIN.matcher(name).matches());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
