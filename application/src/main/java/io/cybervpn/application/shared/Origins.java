package io.cybervpn.application.shared;

/**
 * Knows where the running call came from; the unit of work takes it along. Presentation sets it
 * once per request, before anything else happens.
 */
public interface Origins {
    /**
     * Remembers it for this request alone; without a request there is nothing to remember it by.
     */
    void begin(Origin origin);

    /** Of the running call; {@link Origin#NONE} for what the shop does by itself. */
    Origin current();
}
