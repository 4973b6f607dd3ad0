package io.cybervpn.infrastructure.identity.crypto;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A setting of the form {@code id:value}. */
record KeyEntry(String id, String value) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,64}):(.+)");

    /** Never repeats the value, which may be a secret. */
    static KeyEntry parse(String setting, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalStateException(
                    setting
                            + " needs entries of the form id:value; an id is of letters and digits");
        }
        return new KeyEntry(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return "KeyEntry[" + id + "]";
    }
}
