package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.NewsContract;
import io.cybervpn.application.live.port.Feed;
import io.cybervpn.application.live.port.Publisher;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Through the real store, beside the shop that listens too. */
@QuarkusTest
class ValkeyNewsTest extends NewsContract {
    @Inject Publisher publisher;
    @Inject Feed feed;

    @Override
    protected Publisher publisher() {
        return publisher;
    }

    @Override
    protected Feed feed() {
        return feed;
    }
}
