package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.application.provisioning.port.LinkCache;

class InMemoryLinkCacheTest extends LinkCacheContract {
    private final InMemoryLinkCache cache = new InMemoryLinkCache(clock);
    private final InMemoryLastAnswers last = new InMemoryLastAnswers(clock);

    @Override
    protected LinkCache cache() {
        return cache;
    }

    @Override
    protected LastAnswers last() {
        return last;
    }
}
