package io.cybervpn.presentation.identity.rest;

import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;

/** Refusals around passkeys, in words. */
final class PasskeyProblems {
    private PasskeyProblems() {}

    /** At a login: why is not said. */
    static ProblemException loginRefused() {
        return Problem.of(401, "passkey_refused", "This passkey opens nothing here.").asException();
    }

    static ProblemException refused() {
        return Problem.of(422, "passkey_refused", "This passkey is not good for this; begin again.")
                .asException();
    }

    static ProblemException known() {
        return Problem.of(409, "passkey_known", "This passkey is known already.").asException();
    }

    static ProblemException tooMany() {
        return Problem.of(409, "too_many_passkeys", "Remove one of your passkeys first.")
                .asException();
    }

    static ProblemException badName() {
        return Problem.invalid("/name", "invalid", "1 to 64 characters of a name.").asException();
    }

    static ProblemException noAccount() {
        return Problem.of(401, "unauthorized", "This account is gone.").asException();
    }
}
