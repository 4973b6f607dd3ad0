/**
 * A Pterodactyl panel of 1.11 as an HTTP server: its application API, as read in the panel's own
 * source.
 */
@NullMarked
package io.cybervpn.sandbox.pterodactyl;

import org.jspecify.annotations.NullMarked;
