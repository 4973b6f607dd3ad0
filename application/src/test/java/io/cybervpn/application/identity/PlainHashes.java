package io.cybervpn.application.identity;

import io.cybervpn.application.shared.KeyedHashes;

/** Hides nothing. */
public final class PlainHashes implements KeyedHashes {
    @Override
    public String hash(String purpose, String text) {
        return "plain." + purpose + " " + text;
    }

    @Override
    public boolean matches(String hash, String purpose, String text) {
        return hash.equals(hash(purpose, text));
    }
}
