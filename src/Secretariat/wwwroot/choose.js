// One button that ticks every box of a list, and unticks them when all are ticked. Without it each is ticked by hand.
(() => {
  const button = document.getElementById("choose-all");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const boxes = [...button.form.querySelectorAll('input[type="checkbox"]')];
    const tick = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = tick;
  });
})();
