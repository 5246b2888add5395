const options = { enableHighAccuracy: false, timeout: 15_000, maximumAge: 60_000 };

/** Asks the browser, which asks the shopper. Only ever called by a press of the button. */
export function shareLocation({ button, trouble, say, send }) {
  const failed = () => {
    button.disabled = false;
    trouble.textContent = say('noLocation');
  };
  if (!navigator.geolocation) return failed();
  button.disabled = true;
  trouble.textContent = say('locating');
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude } }) => {
      button.disabled = false;
      trouble.textContent = '';
      send({ latitude, longitude });
    },
    failed,
    options,
  );
}
