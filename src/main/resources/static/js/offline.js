// Says when the network is gone, and lets the service worker answer with the offline page then.

const banner = document.querySelector(".q-offline");
const show = () => banner && (banner.hidden = navigator.onLine);
addEventListener("online", show);
addEventListener("offline", show);
show();

const address = document.body.dataset.worker;
if (address && "serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register(address).catch(() => {}));
}
