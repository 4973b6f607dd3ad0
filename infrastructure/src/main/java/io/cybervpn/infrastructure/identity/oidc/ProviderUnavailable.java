package io.cybervpn.infrastructure.identity.oidc;

/** A provider does not answer, or not as one must. The outcome of the call is unknown. */
final class ProviderUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderUnavailable(String what) {
        super(what);
    }

    ProviderUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
