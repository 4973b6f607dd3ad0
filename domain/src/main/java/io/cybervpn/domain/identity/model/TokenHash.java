package io.cybervpn.domain.identity.model;

/**
 * What we keep of a refresh token; who reads our tables cannot log in with it.
 *
 * @param hex SHA-256 as 64 lower-case hexadecimal digits
 */
public record TokenHash(String hex) {
    /** Refuses anything else. */
    public TokenHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
    }
}
