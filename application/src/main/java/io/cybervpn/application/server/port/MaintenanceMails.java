package io.cybervpn.application.server.port;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Writes to customers about work on servers. */
public interface MaintenanceMails {
    /**
     * Sends one. Not repeatable: two calls are two mails. Gives up after 10 s; a failure means that
     * it may not have been sent. Never call it in a unit of work.
     *
     * @param locale a language tag; English where it is not known
     * @param values server, message, end (RFC 3339 or empty)
     */
    Uni<Void> send(String email, String locale, Map<String, String> values);
}
