/** Registration, login, tokens, one's own account, and the list of accounts for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
