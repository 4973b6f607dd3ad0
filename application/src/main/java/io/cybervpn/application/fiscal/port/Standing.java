package io.cybervpn.application.fiscal.port;

import io.cybervpn.domain.fiscal.model.Registration;

/** How a receipt stands with its registrar. */
public sealed interface Standing {
    /** It is there. */
    record Made(Registration registration) implements Standing {}

    /** The registrar works on it: ask again later, send nothing. */
    record Underway() implements Standing {}

    /**
     * All that were tried came to nothing; one more may be sent.
     *
     * @param reason for staff
     */
    record Failed(String reason) implements Standing {}

    /** Nobody sent one, or it is not there yet. */
    record Missing() implements Standing {}
}
