/** Wiring of the panels: which there are, the way to each of them, and what the calls come to. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
