package io.cybervpn.presentation.fiscal;

import io.cybervpn.sandbox.nalog.Nalog;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A shop of a self-employed person. */
public final class NalogShop implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cybervpn.nalog.inn",
                Nalog.INN,
                "cybervpn.nalog.password",
                Nalog.PASSWORD,
                "cybervpn.nalog.providers",
                "yookassa",
                "cybervpn.fiscal.every",
                "200ms");
    }
}
