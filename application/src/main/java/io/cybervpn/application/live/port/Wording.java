package io.cybervpn.application.live.port;

import io.cybervpn.application.live.News;

/** Writes news as sockets get them. Pure. */
public interface Wording {
    /** The text of news with their number. */
    String word(News news, long seq);
}
