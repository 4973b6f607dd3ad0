package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.EmailPurpose;
import io.smallrye.mutiny.Uni;

/**
 * The mails of identity. A failure means that it is not known whether the mail went; sending again
 * does no harm. Never call in a unit of work.
 */
public interface IdentityMails {
    /** Who is written to, in which language: a BCP 47 tag. */
    record Reader(String email, String locale) {}

    /** Sends a code of six digits, good for 10 minutes. */
    Uni<Void> code(Reader reader, EmailPurpose purpose, String code);

    /** Tells an owner that somebody else had a copy of his session, which is over now. */
    Uni<Void> sessionStolen(Reader reader);

    /** Tells the old address that the account has another one now. */
    Uni<Void> emailChanged(Reader reader);

    /** Tells an owner that a passkey opens his account now, or one does no more. */
    Uni<Void> passkeyChanged(Reader reader, boolean added);

    /** Tells that staff took the second factor of the account away. */
    Uni<Void> secondFactorReset(Reader reader);
}
