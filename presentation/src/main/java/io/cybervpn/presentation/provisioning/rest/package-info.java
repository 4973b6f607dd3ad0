/** What customers get of their access: the configuration, its QR code; and what staff see of it. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.provisioning.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
