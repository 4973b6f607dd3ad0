package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityProviders;
import io.cybervpn.application.identity.port.IdentityProviders.Provider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Says by whom one may come in; open to everybody. */
@Singleton
public final class ListProviders {
    private final IdentityProviders providers;

    @Inject
    ListProviders(IdentityProviders providers) {
        this.providers = providers;
    }

    /** All there are, by name. Changes nothing and asks nobody. */
    public List<Provider> execute() {
        return providers.all();
    }
}
