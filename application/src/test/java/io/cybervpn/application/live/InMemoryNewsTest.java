package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Feed;
import io.cybervpn.application.live.port.Publisher;

/** In memory. */
class InMemoryNewsTest extends NewsContract {
    private final InMemoryNews news = new InMemoryNews();

    @Override
    protected Publisher publisher() {
        return news;
    }

    @Override
    protected Feed feed() {
        return news;
    }
}
