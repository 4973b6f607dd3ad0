/**
 * Pterodactyl 1.11: servers of the customer's own, by its application API (R127). A server and its
 * user are found by an external id of ours.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
