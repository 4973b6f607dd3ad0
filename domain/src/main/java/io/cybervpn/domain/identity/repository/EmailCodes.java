package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.model.EmailCode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where codes by mail are kept. Every method works in the open unit of work. */
public interface EmailCodes {
    /** Stores a code in place of the one before. */
    Uni<Void> put(EmailCode code);

    /** Finds a code and keeps others from guessing until the unit of work ends. */
    Uni<Optional<EmailCode>> lock(EmailCode.Owner owner);

    /** Forgets a code. Repeatable. */
    Uni<Void> remove(EmailCode.Owner owner);
}
