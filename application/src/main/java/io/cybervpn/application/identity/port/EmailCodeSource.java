package io.cybervpn.application.identity.port;

/** Source of codes for mails. */
public interface EmailCodeSource {
    /** Six unpredictable digits. */
    String next();
}
