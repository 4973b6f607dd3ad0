package io.cybervpn.application.shared;

import java.util.List;

/** Every store of sealed secrets in the program, as found when it was put together. */
public interface SealedStores {
    /** In a stable order. */
    List<SealedSecrets> all();
}
