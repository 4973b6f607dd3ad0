package io.cybervpn.presentation.shared.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Calls per minute under {@code cybervpn.rate}, each 1 or more: of one address, behind which may be
 * a whole company, and of one credential, an access token or an API key.
 */
@ConfigMapping(prefix = "cybervpn.rate")
interface RateLimitSettings {
    /** Logins, tokens, codes; a credential counts as its address. */
    @WithDefault("300")
    int authPerAddress();

    /** Reads of one address. */
    @WithDefault("3000")
    int readPerAddress();

    /** Reads of one credential. */
    @WithDefault("600")
    int readPerCredential();

    /** Writes of one address. */
    @WithDefault("900")
    int writePerAddress();

    /** Writes of one credential. */
    @WithDefault("180")
    int writePerCredential();

    /** Pushes of one address. */
    @WithDefault("12000")
    int webhookPerAddress();

    /** Calls of staff from one address. */
    @WithDefault("3000")
    int adminPerAddress();

    /** Calls of one member of staff. */
    @WithDefault("1200")
    int adminPerCredential();

    /** Polls of links from one address: many clients may stand behind one of a mobile network. */
    @WithDefault("1200")
    int linkPerAddress();

    /** Polls of one link, by all of its devices. */
    @WithDefault("60")
    int linkPerToken();
}
