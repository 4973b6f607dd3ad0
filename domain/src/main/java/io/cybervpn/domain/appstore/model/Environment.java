package io.cybervpn.domain.appstore.model;

/** Where purchases are made: with money, or by testers. Only those of the shop's own one count. */
public enum Environment {
    /** Real money. */
    PRODUCTION,
    /** Testers of the app; nobody pays. */
    SANDBOX
}
