package io.cybervpn.application.fiscal.port;

import java.util.List;

/** Those who make receipts. */
public interface FiscalRegistrars {
    /** Those that the shop can reach, a provider's own ones first. */
    List<FiscalRegistrar> ready();
}
