package io.cybervpn.presentation.payment;

import io.cybervpn.application.shared.WebhookSource;
import jakarta.inject.Singleton;

/** A sender whose secret nobody has set. */
@Singleton
final class UnconfiguredSource implements WebhookSource {
    static final String SOURCE = "unconfigured";

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Verdict verify(RawPush push) {
        return new Verdict.NotConfigured();
    }
}
