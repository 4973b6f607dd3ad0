package io.cybervpn.application.identity;

import io.cybervpn.application.shared.SecretBox;
import java.nio.charset.StandardCharsets;

/** Locks nothing. */
public final class PlainBox implements SecretBox {
    @Override
    public String seal(byte[] secret, String purpose) {
        return new String(secret, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] open(String sealed, String purpose) {
        return sealed.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isCurrent(String sealed) {
        return true;
    }
}
