/** Starts the work of provisioning that nobody asks for: bringing what is due, and the sweep. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.provisioning.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
