package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.GraceBegan;
import io.smallrye.mutiny.Uni;

/** Writes to customers who are served in grace. */
public interface GraceMails {
    /**
     * Sends one. Not repeatable: two calls are two mails. Gives up after 10 s; a failure means that
     * it may not have been sent. Never call it in a unit of work.
     *
     * @param locale a language tag; English where it is not known
     */
    Uni<Void> send(String email, String locale, GraceBegan began);
}
