package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.News;
import io.cybervpn.application.live.port.Wording;
import jakarta.inject.Singleton;

/** The same text as that of news that are told to all. */
@Singleton
final class JsonWording implements Wording {
    @Override
    public String word(News news, long seq) {
        return NewsText.of(news).withSeq(seq);
    }
}
