package io.cybervpn.application.identity.port;

/** Source of refresh tokens. */
public interface RefreshSecrets {
    /** A new unguessable secret: 256 random bits, URL safe. Only its hash may be stored. */
    String next();
}
