/** The one door for pushes of others. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.shared.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
