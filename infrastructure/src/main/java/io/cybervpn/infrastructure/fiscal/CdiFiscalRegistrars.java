package io.cybervpn.infrastructure.fiscal;

import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalRegistrars;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Finds the registrars among the beans. */
@Singleton
final class CdiFiscalRegistrars implements FiscalRegistrars {
    private static final Comparator<FiscalRegistrar> OWN_FIRST =
            Comparator.comparing((FiscalRegistrar one) -> !one.isProvidersOwn())
                    .thenComparing(FiscalRegistrar::name);

    private final Instance<FiscalRegistrar> registrars;

    @Inject
    CdiFiscalRegistrars(@Any Instance<FiscalRegistrar> registrars) {
        this.registrars = registrars;
    }

    @Override
    public List<FiscalRegistrar> ready() {
        return registrars.stream().filter(FiscalRegistrar::isReady).sorted(OWN_FIRST).toList();
    }
}
